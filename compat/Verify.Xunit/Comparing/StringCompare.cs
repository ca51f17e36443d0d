namespace VerifyTests;

/// <summary>Compares two texts which are not identical.</summary>
public delegate Task<CompareResult> StringCompare(string received, string verified, IReadOnlyDictionary<string, object> context);
