namespace VerifyTests;

/// <summary>Numbers identifiers and dates in the order in which a text shows them, so that a text is the same on every run.</summary>
internal sealed class Counter
{
    private readonly Dictionary<object, string> names = [];
    private readonly Dictionary<string, int> counts = [];

    public string Name(Guid value) => value == Guid.Empty ? "Guid_Empty" : Next(value, "Guid");

    public string Name(DateTime value) => Next((value, value.Kind), "DateTime", value == DateTime.MinValue, value == DateTime.MaxValue);

    public string Name(DateTimeOffset value) =>
        Next((value, value.Offset), "DateTimeOffset", value == DateTimeOffset.MinValue, value == DateTimeOffset.MaxValue);

    public string Name(DateOnly value) => Next(value, "Date", value == DateOnly.MinValue, value == DateOnly.MaxValue);

    public string Name(TimeOnly value) => Next(value, "Time", value == TimeOnly.MinValue, value == TimeOnly.MaxValue);

    private string Next(object key, string kind, bool isMinimum = false, bool isMaximum = false)
    {
        if (isMinimum || isMaximum)
            return $"{kind}_{(isMinimum ? "Min" : "Max")}Value";
        if (names.TryGetValue(key, out var name))
            return name;

        counts[kind] = counts.GetValueOrDefault(kind) + 1;
        return names[key] = $"{kind}_{counts[kind]}";
    }
}
