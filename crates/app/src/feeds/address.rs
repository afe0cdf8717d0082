//! Which addresses a feed may send the program to: those of the public network only.
//!
//! A feed, a redirect or a name server could otherwise make the program ask the user's router, a service of the machine
//! itself, or the address at which a cloud hands out keys. What the user names is the user's to name: see [`Home`].

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use url::{Host, Url};

/// A local service that the user's own feed is on; requests for that feed may go there, and to no other port of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Home(Option<(String, u16)>);

impl Home {
    /// Of the URL that the user gave. Only a URL that shows to be local makes a home: a name of the public network that
    /// leads to a local address has been made to do so by somebody else.
    pub fn of(feed: &Url) -> Self {
        Self(origin(feed).filter(|_| feed.host().is_some_and(|host| is_local(&host))))
    }

    /// Whether `url` is on the same service.
    pub fn has(&self, url: &Url) -> bool {
        self.0.is_some() && self.0 == origin(url)
    }
}

fn origin(url: &Url) -> Option<(String, u16)> {
    Some((url.host_str()?.to_owned(), url.port_or_known_default()?))
}

/// Whether the host shows by its form to be local.
fn is_local(host: &Host<&str>) -> bool {
    match host {
        Host::Ipv4(ip) => !is_public(IpAddr::V4(*ip)),
        Host::Ipv6(ip) => !is_public(IpAddr::V6(*ip)),
        Host::Domain(name) => {
            let ends = [".localhost", ".local", ".lan", ".home.arpa"];
            !name.contains('.') || ends.iter().any(|end| name.ends_with(end))
        }
    }
}

/// Whether `ip` belongs to the public network.
pub fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let reserved = match ip.octets() {
        // This network; shared by providers; protocol assignments; relays of 6to4; measuring; the future.
        [0, ..] | [192, 0, 0, _] | [192, 88, 99, _] | [240..=255, ..] => true,
        [100, second, ..] => (64..128).contains(&second),
        [198, second, ..] if second == 18 || second == 19 => true,
        // The address at which one cloud's machines find its services, though it looks public.
        [168, 63, 129, 16] => true,
        _ => false,
    };
    let special = ip.is_private() || ip.is_loopback() || ip.is_link_local() || ip.is_multicast();
    !(reserved || special || ip.is_documentation())
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    if let Some(v4) = ip.to_ipv4_mapped() {
        return is_public_v4(v4);
    }
    let v4 = |high: u16, low: u16| is_public_v4(Ipv4Addr::from((u32::from(high) << 16) | u32::from(low)));
    match ip.segments() {
        // Gateways to IPv4: what counts is where they lead.
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => v4(high, low),
        // Teredo, documentation.
        [0x2001, 0 | 0xdb8, ..] => false,
        [first, ..] => (0x2000..0x4000).contains(&first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_public_network_is_public() {
        let closed = "127.0.0.1 0.0.0.0 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 100.100.100.200 \
            224.0.0.1 255.255.255.255 198.18.0.1 192.0.2.1 168.63.129.16 ::1 :: fe80::1 fd00:ec2::254 ff02::1 \
            ::ffff:127.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 2002:7f00:1::1 2001::1 2001:db8::1 64:ff9b:1::1";
        for ip in closed.split_whitespace() {
            assert!(!is_public(ip.parse().unwrap()), "{ip}");
        }
        for ip in ["8.8.8.8", "100.128.0.1", "172.32.0.1", "2606:4700::1111", "64:ff9b::808:808"] {
            assert!(is_public(ip.parse().unwrap()), "{ip}");
        }
    }

    #[test]
    fn a_home_is_what_the_user_named_as_local() {
        let url = |s: &str| Url::parse(s).unwrap();
        let home = Home::of(&url("http://127.1:8000/feed"));
        assert!(home.has(&url("http://127.0.0.1:8000/other")));
        assert!(!home.has(&url("http://127.0.0.1:22/")));
        assert!(Home::of(&url("http://news/feed")).has(&url("http://news/a")));
        let public = url("http://news.example/feed");
        assert!(!Home::of(&public).has(&public));
    }
}
