using System.Globalization;

namespace Latent.Runtime;

/// <summary>An item that somebody will probably like.</summary>
/// <param name="Item">The item's id.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Score">Higher is better. Models with a multinomial likelihood: the share of the next interactions; models that predict ratings: the rating.</param>
public readonly record struct Recommendation(string Item, string Title, float Score)
{
    /// <summary><c>Gravity (2013): 0.0241</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Title}: {Score:G3}");
}
