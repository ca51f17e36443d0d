using System.Globalization;
using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>
/// A trained recommender: predicts the items that a user will like from the user's ratings. It stores nothing per user, so
/// new users need no training.
/// </summary>
/// <remarks>
/// Thread-safe: operations may run concurrently; the one that writes into the caller's memory allocates nothing in steady
/// state. They throw <see cref="UnknownItemException"/> for unknown items, and <see cref="InputException"/> for empty ratings,
/// ratings that are not above 0, items rated twice and a count out of range.
/// </remarks>
/// <example>
/// <code>
/// using var model = Recommender.Load("models/movies-multvae");
/// foreach (var film in model.TopK([new("1454468", 9), new("0770828", 7)], k: 10))
///     Console.WriteLine(film);
/// </code>
/// </example>
public sealed class Recommender : IDisposable
{
    private readonly Autoencoder model;
    private readonly ItemVocabulary items;
    private readonly ItemNames names;
    private readonly Lifetime lifetime;

    private Recommender(Autoencoder model, ItemVocabulary items)
    {
        (this.model, this.items, names) = (model, items, new ItemNames(items));
        lifetime = new(nameof(Recommender), model.Dispose);
    }

    /// <summary>The manifest of the bundle.</summary>
    public BundleManifest Manifest => model.Manifest;

    /// <summary>The ids of the model's items.</summary>
    public IReadOnlyList<string> Items => items.Ids;

    /// <summary>The title of each of <see cref="Items"/>.</summary>
    public IReadOnlyList<string> Titles => items.Titles;

    /// <summary>Loads a bundle and checks it as <see cref="Autoencoder.Load"/> does.</summary>
    /// <param name="path">The bundle's folder.</param>
    /// <param name="options">Device, threads. Default: as <see cref="RuntimeOptions"/>.</param>
    /// <returns>The model; dispose it when it is no longer needed.</returns>
    /// <exception cref="BundleException">
    /// The bundle is missing, damaged, of a newer format, or its items do not match its graphs.
    /// </exception>
    /// <exception cref="DeviceException">The requested device cannot be used.</exception>
    /// <exception cref="UnsupportedOperationException">The bundle has no items, or no graph <c>reconstruct</c>.</exception>
    public static Recommender Load(string path, RuntimeOptions? options = null)
    {
        var model = Autoencoder.Load(path, options);
        try
        {
            return new Recommender(model, ItemsOf(model));
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <summary>Finds the id of an item by its id or its title, ignoring case in titles.</summary>
    /// <param name="idOrTitle">An id or title, such as <c>1454468</c> or <c>Gravity (2013)</c>.</param>
    /// <exception cref="UnknownItemException">The item is unknown.</exception>
    /// <exception cref="InputException">Several items have the title.</exception>
    public string IdOf(string idOrTitle) => items.Ids[names.Find(idOrTitle, nameof(IdOf), nameof(idOrTitle))];

    /// <summary>Recommends the items with the highest scores among those that the user did not rate.</summary>
    /// <param name="ratings">The user's ratings, at least one, in any order.</param>
    /// <param name="k">The number of items, from 1 to the number of <see cref="Items"/>.</param>
    /// <returns>The items, best first; fewer than <paramref name="k"/> only if fewer are left.</returns>
    public IReadOnlyList<Recommendation> TopK(ReadOnlySpan<Rating> ratings, int k)
    {
        CheckCount(k, nameof(k));
        var best = new Recommendation[k];
        var found = TopK(ratings, best.AsSpan());
        return found == k ? best : best[..found];
    }

    /// <summary>Recommends the items with the highest scores, into the caller's memory.</summary>
    /// <param name="ratings">The user's ratings, at least one, in any order.</param>
    /// <param name="best">
    /// Receives the items, best first; its length is the number requested, from 1 to the number of <see cref="Items"/>.
    /// </param>
    /// <returns>The number of items written; fewer than requested only if fewer are left.</returns>
    public int TopK(ReadOnlySpan<Rating> ratings, Span<Recommendation> best)
    {
        using var use = lifetime.Enter();
        CheckCount(best.Length, nameof(best));
        using var row = new PooledBuffer(items.Ids.Count);
        using var scores = new PooledBuffer(items.Ids.Count);
        using var positions = new PooledIndices(best.Length);
        Fill(ratings, row.Span);
        model.Reconstruct(row.Span, scores.Span);
        var found = TopItems.Select(scores.Span, row.Span, positions.Span);
        for (var i = 0; i < found; i++)
            best[i] = new Recommendation(items.Ids[positions.Span[i]], items.Titles[positions.Span[i]], scores.Span[positions.Span[i]]);
        return found;
    }

    /// <summary>Runs the golden vectors of the bundle, as <see cref="Autoencoder.Verify()"/> does.</summary>
    public VerificationReport Verify()
    {
        using var use = lifetime.Enter();
        return model.Verify();
    }

    /// <summary>Releases the model. Calls that run end first; later ones throw.</summary>
    public void Dispose() => lifetime.Dispose();

    private static ItemVocabulary ItemsOf(Autoencoder model)
    {
        var where = $"Recommender.Load, model '{model.Manifest.Name}'";
        var items = ItemVocabulary.Find(model.Bundle) ?? throw new UnsupportedOperationException(
            "The model is not a recommender.", where, "a vocabulary of items in the bundle", "none",
            "load a bundle that was trained on ratings, or use Autoencoder.Load.");
        if (items.Ids.Count != model.InputSize)
            throw new BundleException(
                "The number of items does not match the graphs.", where, $"{model.InputSize}, the number of values per row",
                $"{items.Ids.Count}", Fixes.WriteAgain);
        return model.Graphs.Contains("reconstruct") ? items : throw new UnsupportedOperationException(
            "The model has no graph for this operation.", where, "a graph 'reconstruct'", string.Join(", ", model.Graphs),
            "export a family that has this graph.");
    }

    private void CheckCount(int k, string argument)
    {
        if (k < 1 || k > items.Ids.Count)
            throw new InputException(
                "The number of recommendations is out of range.", "TopK", argument, $"1 to {items.Ids.Count}, the number of items",
                k.ToString(CultureInfo.InvariantCulture), "choose a number in this range.");
    }

    private void Fill(ReadOnlySpan<Rating> ratings, Span<float> row)
    {
        if (ratings.IsEmpty)
            throw new InputException(
                "There are no ratings.", "TopK", nameof(ratings), "at least one rating", "none",
                "recommend popular items to users without ratings.");
        row.Clear();
        foreach (var rating in ratings)
        {
            var position = names.IndexOf(rating.Item, "TopK", nameof(ratings));
            if (!float.IsFinite(rating.Value) || rating.Value <= 0)
                throw new InputException(
                    "A rating is not above 0.", "TopK", nameof(ratings), "a finite number above 0",
                    $"{rating.Value.ToString(CultureInfo.InvariantCulture)} for item \"{rating.Item}\"", "omit items without a rating.");
            if (row[position] != 0)
                throw new InputException(
                    "An item is rated twice.",
                    "TopK",
                    nameof(ratings),
                    "one rating for each item",
                    $"two for item \"{rating.Item}\"",
                    "keep one of them.");
            row[position] = rating.Value;
        }
    }
}
