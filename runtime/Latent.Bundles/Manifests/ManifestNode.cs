using System.Globalization;
using System.Text.Json;

namespace Latent.Bundles;

/// <summary>A value in <c>bundle.json</c> that knows where it stands, so that every complaint names file and path.</summary>
internal readonly struct ManifestNode(JsonElement element, string path, string file)
{
    /// <summary>Refuses every key that is not in <paramref name="known"/>.</summary>
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

    /// <summary>A value that must be there.</summary>
    public ManifestNode this[string key] => Optional(key) ?? throw Error(
        $"The manifest lacks '{key}'.", $"a value at {path}.{key}", "nothing", Fixes.WriteAgain);

    /// <summary>A value that may be absent or null.</summary>
    public ManifestNode? Optional(string key) =>
        Object().TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null
            ? new(value, $"{path}.{key}", file)
            : null;

    public JsonElement Object() =>
        element.ValueKind == JsonValueKind.Object ? element : throw Wrong("an object");

    public string Text()
    {
        var text = element.ValueKind == JsonValueKind.String ? element.GetString()! : throw Wrong("a text");
        return text.Length > 0 ? text : throw Wrong("a text that is not empty");
    }

    public string OneOf(IReadOnlyList<string> choices)
    {
        var text = Text();
        return choices.Contains(text) ? text : throw Wrong($"one of {string.Join(", ", choices)}");
    }

    public long Whole(long least, long most = long.MaxValue)
    {
        var inRange = element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var value) && value >= least && value <= most;
        return inRange ? element.GetInt64() : throw Wrong(
            most == long.MaxValue ? $"a whole number, {least} or more" : $"a whole number from {least} to {most}");
    }

    public int Count() => (int)Whole(1, int.MaxValue);

    public double Number(double least = double.NegativeInfinity)
    {
        var value = element.ValueKind == JsonValueKind.Number ? element.GetDouble() : double.NaN;
        return double.IsFinite(value) && value >= least ? value : throw Wrong(
            double.IsFinite(least) ? $"a finite number, {least.ToString(CultureInfo.InvariantCulture)} or more" : "a finite number");
    }

    public Dimension Dimension() =>
        element.ValueKind == JsonValueKind.String ? Latent.Bundles.Dimension.Symbolic(Text()) : Latent.Bundles.Dimension.Fixed(Whole(0));

    /// <summary>A name that cannot lead out of the bundle's folder.</summary>
    public string FileName()
    {
        var name = Text();
        return BundleFileName.IsPlain(name) ? name : throw Error(
            "A file name in the manifest could lead out of the bundle's folder.",
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

    /// <summary>Refuses two members of one name anywhere below: readers in other languages would disagree on which counts.</summary>
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
                throw Error($"The manifest has the key {ErrorText.Quote(member.Name)} twice.", "each key once", "a second one", Fixes.WriteAgain);
            new ManifestNode(member.Value, $"{path}.{member.Name}", file).RejectDuplicates();
        }
    }

    /// <summary>This value does not have the kind or range that the format asks for.</summary>
    public BundleException Wrong(string expected) =>
        Error("A value in the manifest is not what the format asks for.", expected, Received(), Fixes.WriteAgain);

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
