namespace VerifyTests;

internal enum Outcome
{
    Equal,
    NotEqual,
    New,
}
