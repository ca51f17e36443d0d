using System.Globalization;

namespace Latent.Data;

/// <summary>Turns texts into labels: themselves where all are whole numbers, else their place among the sorted different texts.</summary>
internal sealed class LabelCollector
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<int> positions = [];

    public void Add(ReadOnlySpan<char> text)
    {
        var lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(text, out var position)) numbers.Add(text.ToString(), position = numbers.Count);
        positions.Add(position);
    }

    public (int[] Labels, IReadOnlyList<string>? Names) Finish()
    {
        var texts = numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key).ToArray();
        var wholes = texts.Select(ReadWhole).ToArray();
        if (wholes.All(whole => whole is not null)) return ([.. positions.Select(position => wholes[position]!.Value)], null);
        var names = texts.Order(StringComparer.Ordinal).ToArray();
        var sorted = texts.Select(text => Array.BinarySearch(names, text, StringComparer.Ordinal)).ToArray();
        return ([.. positions.Select(position => sorted[position])], names);
    }

    private static int? ReadWhole(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;
}
