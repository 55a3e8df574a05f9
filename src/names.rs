//! Names for the variants of an enum: each is written once, and read in both directions.

/// Declares an enum of names, with `ALL`, `name()` and `named()`. A field of a variant has a placeholder value, which it
/// has in `ALL`. An enum with a variant that holds another enum, which is listed last and has the other's names, gets
/// `name()` alone.
///
/// `TYPESCRIPT` declares the type for TypeScript, doc comments included, which calls it what is behind `as`.
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
