using System.Globalization;
using System.Xml.Linq;
using Latent.Training.Reports;

namespace Latent.Training.Molecules;

/// <summary>A page of charts of target properties against those of generated molecules.</summary>
public static class TargetVersusGeneratedChart
{
    /// <summary>Draws one chart per property and writes them as a separate page.</summary>
    /// <param name="path">The path of the page; an existing file is replaced.</param>
    /// <param name="title">The title of the page.</param>
    /// <param name="properties">For each property, pairs of target and generated value, one per molecule.</param>
    /// <exception cref="IOException">The path cannot be written.</exception>
    public static void Save(
        string path, string title, IReadOnlyList<(string Name, IReadOnlyList<(float Target, float Generated)> Pairs)> properties)
    {
        var sections = properties.Select(property => Html.Section(
            property.Name,
            property.Name,
            Html.Figure(Caption(property.Pairs), Chart(property.Name, property.Pairs))));
        HtmlPage.Save(path, HtmlPage.Write(
            title,
            "Each dot is a generated molecule; the second colour marks an exact match of the target.",
            overview: null,
            [.. sections],
            "Made by latent benchmark molecules."));
    }

    private static IEnumerable<XElement> Chart(string name, IReadOnlyList<(float Target, float Generated)> pairs)
    {
        var targets = pairs.Select(pair => pair.Target).Distinct().Order().Select(value => (value, value)).ToArray();
        return ScatterChart.Draw(
            $"{name}: generated values over target values",
            "target",
            "generated",
            [("generated", pairs.Select(pair => (pair.Target, pair.Generated)).ToArray()), ("target", targets)]);
    }

    private static string Caption(IReadOnlyList<(float Target, float Generated)> pairs) => string.Create(
        CultureInfo.InvariantCulture,
        $"{pairs.Count} molecules; mean distance from the target {pairs.Average(pair => Math.Abs(pair.Target - pair.Generated)):0.###}.");
}
