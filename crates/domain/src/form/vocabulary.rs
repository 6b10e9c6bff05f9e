//! How the closed enums of the form are declared: a variant, its number for ever, its public code.

/// A code or number that names no concept of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownConcept(pub String);

impl std::fmt::Display for UnknownConcept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "no concept of the form is called {:?}", self.0)
    }
}

impl std::error::Error for UnknownConcept {}

/// Declares a closed enum whose numbers are wire and storage numbers: append, never reuse.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $number:literal $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(i16)]
        pub enum $name { $($(#[$doc])* $variant = $number,)+ }

        impl $name {
            /// Every concept, in the order of its number.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The number on the wire and in storage.
            pub const fn number(self) -> i16 { self as i16 }

            /// The stable public code, in snake case.
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)+ }
            }
        }

        impl TryFrom<i16> for $name {
            type Error = $crate::form::UnknownConcept;

            fn try_from(number: i16) -> Result<Self, Self::Error> {
                match number {
                    $($number => Ok($name::$variant),)+
                    other => Err($crate::form::UnknownConcept(other.to_string())),
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::form::UnknownConcept;

            fn from_str(code: &str) -> Result<Self, Self::Err> {
                match code {
                    $($code => Ok($name::$variant),)+
                    other => Err($crate::form::UnknownConcept(other.to_owned())),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}
pub(crate) use vocabulary;
