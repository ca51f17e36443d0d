using System.Globalization;
using System.Text.Json;

namespace Latent.Bundles;

/// <summary>A value in <c>bundle.json</c> with its file and JSON path, so that every error names both.</summary>
internal readonly struct ManifestNode(JsonElement element, string path, string file)
{
    /// <summary>Rejects every key that is not in <paramref name="known"/>.</summary>
    public ManifestNode WithKeys(params ReadOnlySpan<string> known)
    {
        foreach (var member in Object().EnumerateObject())
        {
            if (known.Contains(member.Name))
                continue;
            throw Error(
                $"Unknown key {ErrorText.Quote(member.Name)} in the manifest.",
                $"one of {string.Join(", ", known.ToArray())}",
                ErrorText.Quote(member.Name),
                $"rename it to '{EditDistance.Nearest(member.Name, known)}', or write the bundle again with this version of Latent.");
        }
        return this;
    }

    /// <summary>A required value.</summary>
    public ManifestNode this[string key] => Optional(key) ?? throw Error(
        $"The manifest lacks '{key}'.", $"a value at {path}.{key}", "nothing", Fixes.WriteAgain);

    /// <summary>Returns a value that may be absent or null.</summary>
    public ManifestNode? Optional(string key) =>
        Object().TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null
            ? new(value, $"{path}.{key}", file)
            : null;

    public JsonElement Object() =>
        element.ValueKind == JsonValueKind.Object ? element : throw Wrong("an object");

    public string Text()
    {
        var text = element.ValueKind == JsonValueKind.String ? element.GetString()! : throw Wrong("a string");
        return text.Length > 0 ? text : throw Wrong("a string that is not empty");
    }

    public string OneOf(IReadOnlyList<string> choices)
    {
        var text = Text();
        return choices.Contains(text) ? text : throw Wrong($"one of {string.Join(", ", choices)}");
    }

    public long Whole(long min, long max = long.MaxValue)
    {
        var inRange = element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var value) && value >= min && value <= max;
        return inRange ? element.GetInt64() : throw Wrong(
            max == long.MaxValue ? $"a whole number, {min} or more" : $"a whole number from {min} to {max}");
    }

    public int Count() => (int)Whole(1, int.MaxValue);

    public double Number(double min = double.NegativeInfinity)
    {
        var value = element.ValueKind == JsonValueKind.Number ? element.GetDouble() : double.NaN;
        return double.IsFinite(value) && value >= min ? value : throw Wrong(
            double.IsFinite(min) ? $"a finite number, {min.ToString(CultureInfo.InvariantCulture)} or more" : "a finite number");
    }

    public Dimension Dimension() =>
        element.ValueKind == JsonValueKind.String ? Latent.Bundles.Dimension.Symbolic(Text()) : Latent.Bundles.Dimension.Fixed(Whole(0));

    /// <summary>Returns a file name that cannot point outside the bundle's folder.</summary>
    public string FileName()
    {
        var name = Text();
        return BundleFileName.IsPlain(name) ? name : throw Error(
            "A file name in the manifest could point outside the bundle's folder.",
            BundleFileName.Rule, ErrorText.Quote(name), "do not load this bundle; obtain it again from a source you trust.");
    }

    public string Sha256()
    {
        var text = Text();
        return text.Length == 64 && text.All(char.IsAsciiHexDigitLower) ? text : throw Wrong("64 lower-case hexadecimal digits");
    }

    public IReadOnlyList<T> List<T>(Func<ManifestNode, T> read)
    {
        if (element.ValueKind != JsonValueKind.Array)
            throw Wrong("a list");

        var items = new List<T>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
            items.Add(read(new(item, $"{path}[{items.Count}]", file)));
        return items.AsReadOnly();
    }

    public IReadOnlyDictionary<string, T> Map<T>(Func<string, ManifestNode, T> read)
    {
        var members = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var member in Object().EnumerateObject())
            members.Add(member.Name, read(member.Name, new(member.Value, $"{path}.{member.Name}", file)));
        return members.AsReadOnly();
    }

    /// <summary>Rejects duplicate member names at any depth: readers in other languages would disagree on which one counts.</summary>
    public void RejectDuplicates()
    {
        if (element.ValueKind == JsonValueKind.Array)
            List(item => { item.RejectDuplicates(); return true; });
        if (element.ValueKind != JsonValueKind.Object)
            return;

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (!seen.Add(member.Name))
                throw Error(
                    $"The manifest has the key {ErrorText.Quote(member.Name)} twice.", "each key once", "a duplicate", Fixes.WriteAgain);
            new ManifestNode(member.Value, $"{path}.{member.Name}", file).RejectDuplicates();
        }
    }

    /// <summary>Creates the error for a value of the wrong kind or out of range.</summary>
    public BundleException Wrong(string expected) =>
        Error("A value in the manifest does not match the format.", expected, Received(), Fixes.WriteAgain);

    public BundleException Error(string problem, string? expected, string? received, string? fix) =>
        new(problem, $"{file}, {path}", expected, received, fix);

    private string Received() => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => $"a list of {element.GetArrayLength()}",
        JsonValueKind.String => ErrorText.Quote(element.GetString()!),
        _ => ErrorText.Quote(element.GetRawText()),
    };
}
