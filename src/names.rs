//! Names for the variants of an enum: each is written once, and read in both directions.

/// Gives an enum `ALL`, `name()` and `named()`. A variant with fields is listed with their placeholder values.
macro_rules! names {
    ($type:ident { $($variant:ident $({ $($field:ident: $value:expr),+ })? = $name:literal),+ $(,)? }) => {
        impl $type {
            /// All variants, in order.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$variant $({ $($field: $value),+ })?),+];

            /// Its name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $name),+
                }
            }

            /// The variant with this name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.name() == name)
            }
        }
    };
}

pub(crate) use names;
