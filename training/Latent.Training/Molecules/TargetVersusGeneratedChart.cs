using System.Globalization;
using System.Xml.Linq;
using Latent.Training.Reports;

namespace Latent.Training.Molecules;

/// <summary>A page of charts of what was asked for against what was got.</summary>
internal static class TargetVersusGeneratedChart
{
    /// <summary>Draws the charts, one a property, and writes them as a page of their own.</summary>
    /// <param name="path">The page; one of that name is replaced.</param>
    /// <param name="title">What the page is called.</param>
    /// <param name="properties">For each property, what was asked for and got, a pair a molecule.</param>
    /// <exception cref="IOException">The path cannot be written.</exception>
    public static void Save(string path, string title, IReadOnlyList<(string Name, IReadOnlyList<(float Asked, float Got)> Pairs)> properties)
    {
        var sections = properties.Select(property => Html.Section(property.Name, property.Name, Html.Figure(Caption(property.Pairs), Chart(property.Name, property.Pairs))));
        HtmlPage.Save(path, HtmlPage.Write(title, "Each dot is a molecule that was written; the second colour is where it would be just as asked for.", overview: null, [.. sections], "Made by latent benchmark molecules."));
    }

    private static IEnumerable<XElement> Chart(string name, IReadOnlyList<(float Asked, float Got)> pairs)
    {
        var asked = pairs.Select(pair => pair.Asked).Distinct().Order().Select(value => (value, value)).ToArray();
        return ScatterChart.Draw(
            $"{name}: asked from left to right, got from bottom to top", "asked", "got", [("got", pairs.Select(pair => (pair.Asked, pair.Got)).ToArray()), ("asked", asked)]);
    }

    private static string Caption(IReadOnlyList<(float Asked, float Got)> pairs) => string.Create(
        CultureInfo.InvariantCulture, $"{pairs.Count} molecules; mean distance from what was asked for {pairs.Average(pair => Math.Abs(pair.Asked - pair.Got)):0.###}.");
}
