namespace VerifyTests;

/// <summary>One file's comparison: texts, and the comparer's message where it gave one.</summary>
internal sealed record Comparison(Outcome Outcome, FilePair File, string Received, string? Verified = null, string? Message = null);
