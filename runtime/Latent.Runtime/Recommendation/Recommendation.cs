using System.Globalization;

namespace Latent.Runtime;

/// <summary>A recommended item.</summary>
/// <param name="Item">The item's id.</param>
/// <param name="Title">The item's title.</param>
/// <param name="Score">
/// The predicted score, higher is better. For models with a multinomial likelihood the share of the next interactions, for models
/// that predict ratings the rating.
/// </param>
public readonly record struct Recommendation(string Item, string Title, float Score)
{
    /// <summary><c>Gravity (2013): 0.0241</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Title}: {Score:G3}");
}
