//! Names for the variants of an enum: each is written once, and read in both directions.

/// Gives an enum `ALL`, `name()` and `named()`. A variant with fields is listed with their placeholder values. An enum
/// with a variant that holds another enum, which is listed last and has the other's names, gets `name()` alone.
macro_rules! names {
    ($type:ident { $($variant:ident $({ $($field:ident: $value:expr),+ })? = $name:literal),+ $(,)? }) => {
        $crate::names::names!(@name $type { $($variant = $name),+ });

        impl $type {
            /// All variants, in order.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$variant $({ $($field: $value),+ })?),+];

            /// The variant with this name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.name() == name)
            }
        }
    };
    ($type:ident { $($variant:ident = $name:literal),+; $holder:ident(_) }) => {
        $crate::names::names!(@name $type { $($variant = $name),+; $holder });
    };
    (@name $type:ident { $($variant:ident = $name:literal),+ $(; $holder:ident)? }) => {
        impl $type {
            /// Its name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $name,)+
                    $(Self::$holder(held) => held.name(),)?
                }
            }
        }
    };
}

pub(crate) use names;
