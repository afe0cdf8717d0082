//! Lines `Name: value` as web archives and web servers write them.

/// The fields of a head, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads the lines of `head`; what is no field is passed over, a line that begins with a space goes on with the last.
    pub fn of(head: &[u8]) -> Self {
        let mut fields: Vec<(String, String)> = Vec::new();
        for line in String::from_utf8_lossy(head).lines() {
            if line.starts_with([' ', '\t']) {
                if let Some((_, value)) = fields.last_mut() {
                    value.push(' ');
                    value.push_str(line.trim());
                }
            } else if let Some((name, value)) = line.split_once(':') {
                fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
        }
        Self(fields)
    }

    /// The value of the first field `name`, given in lower case.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// The media type, in lower case and without its parameters.
    pub fn media_type(&self) -> String {
        let whole = self.get("content-type").unwrap_or("");
        whole.split(';').next().unwrap_or("").trim().to_ascii_lowercase()
    }

    /// The encoding that the media type names.
    pub fn charset(&self) -> Option<String> {
        charset_of(self.get("content-type")?)
    }
}

/// The encoding that a media type names.
pub fn charset_of(media_type: &str) -> Option<String> {
    let parameters = media_type.split(';').skip(1);
    let mut pairs = parameters.filter_map(|parameter| parameter.split_once('='));
    let (_, label) = pairs.find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))?;
    Some(label.trim().trim_matches(['"', '\'']).to_owned()).filter(|label| !label.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_fields_in_any_case() {
        let fields =
            Fields::of(b"HTTP/1.1 200 OK\r\ncontent-TYPE: Text/HTML; x=1;\r\n Charset=\"koi8-r\"\r\nA:b\r\n");
        assert_eq!(fields.media_type(), "text/html");
        assert_eq!(fields.charset().as_deref(), Some("koi8-r"));
        assert_eq!((fields.get("a"), fields.get("b")), (Some("b"), None));
    }
}
