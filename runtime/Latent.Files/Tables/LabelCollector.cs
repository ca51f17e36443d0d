using System.Globalization;

namespace Latent.Files;

/// <summary>Converts texts to labels: their values if all are integers, else their indices among the sorted distinct texts.</summary>
internal sealed class LabelCollector
{
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);
    private readonly List<int> positions = [];

    public void Add(ReadOnlySpan<char> text)
    {
        var lookup = indices.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(text, out var position)) indices.Add(text.ToString(), position = indices.Count);
        positions.Add(position);
    }

    public (int[] Labels, IReadOnlyList<string>? Names) Finish()
    {
        var texts = indices.OrderBy(pair => pair.Value).Select(pair => pair.Key).ToArray();
        var integers = texts.Select(ReadInteger).ToArray();
        if (integers.All(integer => integer is not null))
            return ([.. positions.Select(position => integers[position]!.Value)], null);
        var names = texts.Order(StringComparer.Ordinal).ToArray();
        var sorted = texts.Select(text => Array.BinarySearch(names, text, StringComparer.Ordinal)).ToArray();
        return ([.. positions.Select(position => sorted[position])], names);
    }

    private static int? ReadInteger(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) ? integer : null;
}
