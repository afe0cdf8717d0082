//! Reading numbers from a pack that may be damaged: every read says whether the bytes were there.

/// A little-endian number of `width` bytes (at most 4) at `offset`.
pub(super) fn number(bytes: &[u8], offset: usize, width: usize) -> Option<u32> {
    let digits = bytes.get(offset..offset.checked_add(width)?)?;
    Some(digits.iter().rev().fold(0, |sum, b| (sum << 8) | u32::from(*b)))
}

/// A number of seven bits a byte, lowest first, and the offset behind it.
pub(super) fn varint(bytes: &[u8], mut offset: usize) -> Option<(u32, usize)> {
    let mut sum = 0u32;
    for shift in [0, 7, 14, 21, 28] {
        let byte = *bytes.get(offset)?;
        offset += 1;
        sum |= u32::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some((sum, offset));
        }
    }
    None
}

/// Writes what [`number`] reads.
pub(super) fn put_number(out: &mut Vec<u8>, value: u32, width: usize) {
    out.extend(value.to_le_bytes().iter().take(width));
}

/// Writes what [`varint`] reads.
pub(super) fn put_varint(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn reads_what_was_written(a in any::<u32>(), b in 0u32..1 << 24) {
            let mut out = Vec::new();
            put_varint(&mut out, a);
            let end = out.len();
            put_number(&mut out, b, 3);
            prop_assert_eq!(varint(&out, 0), Some((a, end)));
            prop_assert_eq!(number(&out, end, 3), Some(b));
            prop_assert_eq!(number(&out, end + 1, 3), None);
        }
    }
}
