//! The Mersenne Twister, seeded and read as Python's `random.Random` does it.
//!
//! Kept so that the intervals of two scorers in two languages are the same, digit for digit. It is good for resampling
//! and for nothing that must not be guessed.
//!
//! Source: M. Matsumoto and T. Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed uniform pseudo-random
//! number generator", ACM TOMACS 8(1), 1998; seeding by array and 53-bit floats after their mt19937ar of 2002; that an
//! int seeds as the array of its 32-bit digits, and that `choices` takes floor(random() * n), after CPython.

const N: usize = 624;
const M: usize = 397;

/// State of the generator.
pub(super) struct Twister {
    state: [u32; N],
    next: usize,
}

impl Twister {
    /// As `random.Random(seed)`.
    pub(super) fn new(seed: u32) -> Self {
        let mut state = basic_state(19_650_218);
        let mut i = 1;
        for _ in 0..N {
            state[i] = (state[i] ^ stirred(state[i - 1], 1_664_525)).wrapping_add(seed);
            i = following(i, &mut state);
        }
        for _ in 0..N - 1 {
            state[i] = (state[i] ^ stirred(state[i - 1], 1_566_083_941)).wrapping_sub(i as u32);
            i = following(i, &mut state);
        }
        state[0] = 0x8000_0000;
        Self { state, next: N }
    }

    /// As `random()`: a float of 53 random bits, at least 0 and below 1.
    pub(super) fn random(&mut self) -> f64 {
        let (a, b) = (self.word() >> 5, self.word() >> 6);
        (f64::from(a) * 67_108_864.0 + f64::from(b)) / 9_007_199_254_740_992.0
    }

    /// As one of `choices(range(n), k=…)`; 0 where n is 0.
    pub(super) fn below(&mut self, n: usize) -> usize {
        (self.random() * n as f64).floor() as usize
    }

    fn word(&mut self) -> u32 {
        if self.next >= N {
            self.twist();
            self.next = 0;
        }
        let mut y = self.state[self.next];
        self.next += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        y ^ (y >> 18)
    }

    fn twist(&mut self) {
        for i in 0..N {
            let y = (self.state[i] & 0x8000_0000) | (self.state[(i + 1) % N] & 0x7fff_ffff);
            let odd = if y & 1 == 1 { 0x9908_b0df } else { 0 };
            self.state[i] = self.state[(i + M) % N] ^ (y >> 1) ^ odd;
        }
    }
}

/// The state of a single seed, from which seeding by array begins.
fn basic_state(seed: u32) -> [u32; N] {
    let mut state = [seed; N];
    for i in 1..N {
        let before = state[i - 1];
        state[i] = (before ^ (before >> 30)).wrapping_mul(1_812_433_253).wrapping_add(i as u32);
    }
    state
}

fn stirred(before: u32, factor: u32) -> u32 {
    (before ^ (before >> 30)).wrapping_mul(factor)
}

/// The place after `i`; past the end it wraps to 1, with the last word carried to place 0.
fn following(i: usize, state: &mut [u32; N]) -> usize {
    if i + 1 < N {
        return i + 1;
    }
    state[0] = state[N - 1];
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected values printed by CPython 3.11.
    #[test]
    fn draws_what_python_draws() {
        let mut chance = Twister::new(1);
        assert_eq!([chance.random(), chance.random()], [0.13436424411240122, 0.8474337369372327]);
        for _ in 0..1998 {
            chance.random();
        }
        assert_eq!(chance.random(), 0.3897357306683825);
        let mut chance = Twister::new(1);
        assert_eq!([0; 8].map(|_| chance.below(142)), [19, 120, 108, 36, 70, 63, 92, 111]);
        assert_eq!(Twister::new(u32::MAX).random(), 0.6353574441341173);
    }
}
