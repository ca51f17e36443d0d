namespace VerifyTests;

/// <summary>What a comparer found.</summary>
public readonly struct CompareResult
{
    private CompareResult(in bool isEqual, string? message)
    {
        IsEqual = isEqual;
        Message = message;
    }

    public CompareResult(in bool isEqual)
        : this(isEqual, null)
    {
    }

    public static CompareResult Equal = new(true);

    public bool IsEqual { get; }

    /// <summary>Why not equal; when given, failure messages show it instead of both texts.</summary>
    public string? Message { get; }

    public static CompareResult NotEqual(in string? message = null) => new(false, message);
}
