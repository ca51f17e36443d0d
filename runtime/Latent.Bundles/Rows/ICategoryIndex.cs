namespace Latent.Bundles;

/// <summary>Maps categories to indices.</summary>
public interface ICategoryIndex
{
    /// <summary>Returns the index of a category; <see cref="CategoricalColumn.Unseen"/> if it has none.</summary>
    /// <param name="category">The category, compared ordinally.</param>
    int IndexOf(ReadOnlySpan<char> category);
}
