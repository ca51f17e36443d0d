namespace VerifyTests;

/// <summary>Whether a scrubber runs before or after those added earlier.</summary>
public enum ScrubberLocation
{
    First,
    Last,
}
