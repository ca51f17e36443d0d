using System.Xml.Linq;

namespace Latent.Training.Reports;

/// <summary>The legend of a chart: a name per colour.</summary>
internal static class Legend
{
    /// <summary>The number of colours.</summary>
    public const int Colours = 10;

    public static XElement Create(IEnumerable<(string Name, int Colour)> entries) => new(
        "ul", Html.Class("legend"), entries.Select(entry => new XElement("li", Html.Class($"c{entry.Colour}"), entry.Name)));
}
