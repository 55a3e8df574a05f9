//! Enums whose variants have names. Each name is written once, for lookups in both directions.

/// Declares an enum with `ALL`, `name()` and `named()`.
///
/// A variant's fields are declared with placeholder values, which they have in `ALL`. The last variant may hold another
/// enum, whose names it takes over; such an enum has `name()` only.
///
/// `TYPESCRIPT` is the type's declaration in TypeScript, doc comments included. The name after `as` is its name there.
macro_rules! names {
    (
        $(#[doc = $doc:literal])*
        pub enum $type:ident as $typescript:ident {
            $(
                $(#[doc = $about:literal])*
                $variant:ident $({ $($field:ident: $field_type:ty = $value:expr),+ })? = $name:literal
            ),+ $(,)?
        }
    ) => {
        $crate::names::names!(@declare $(#[doc = $doc])* $type as $typescript {
            $($(#[doc = $about])* $variant $({ $($field: $field_type),+ })? = $name),+
        });

        impl $type {
            /// All variants, in order.
            pub const ALL: [Self; [$($name),+].len()] = [$(Self::$variant $({ $($field: $value),+ })?),+];

            /// The variant with this name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                const NAMES: &[&str] = &[$($name),+];
                $crate::names::find(NAMES, name).map(|index| Self::ALL[index])
            }
        }
    };
    (
        $(#[doc = $doc:literal])*
        pub enum $type:ident as $typescript:ident {
            $($(#[doc = $about:literal])* $variant:ident = $name:literal),+;
            $(#[doc = $held_about:literal])*
            $holder:ident($held:ident as $held_typescript:ident) $(,)?
        }
    ) => {
        $crate::names::names!(@declare $(#[doc = $doc])* $type as $typescript {
            $($(#[doc = $about])* $variant = $name),+;
            $(#[doc = $held_about])* $holder($held as $held_typescript)
        });
    };
    ($(#[doc = $doc:literal])* pub enum $type:ident { $($variants:tt)+ }) => {
        $crate::names::names! { $(#[doc = $doc])* pub enum $type as $type { $($variants)+ } }
    };
    (@declare $(#[doc = $doc:literal])* $type:ident as $typescript:ident {
        $(
            $(#[doc = $about:literal])*
            $variant:ident $({ $($field:ident: $field_type:ty),+ })? = $name:literal
        ),+
        $(; $(#[doc = $held_about:literal])* $holder:ident($held:ident as $held_typescript:ident))?
    }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $type {
            $($(#[doc = $about])* $variant $({ $($field: $field_type),+ })?,)+
            $($(#[doc = $held_about])* $holder($held),)?
        }

        impl $type {
            #[cfg(target_arch = "wasm32")]
            #[expect(dead_code, reason = "wasm-bindgen reads it at compile time")]
            pub(crate) const TYPESCRIPT: &str = concat!(
                "/**", $("\n *", $doc,)* "\n */\nexport type ", stringify!($typescript), " =",
                $($("\n  //", $about,)* "\n  | \"", $name, "\"",)+
                $($("\n  //", $held_about,)* "\n  | ", stringify!($held_typescript),)?
                ";"
            );

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

/// The index of a name. Not generic, so it is compiled once.
#[inline(never)]
pub(crate) fn find(names: &[&str], name: &str) -> Option<usize> {
    names.iter().position(|one| *one == name)
}
