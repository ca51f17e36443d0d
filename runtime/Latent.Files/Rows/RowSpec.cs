using Latent.Bundles;
using Latent.Imaging;
using Latent.Runtime;
using Latent.Sequences;

namespace Latent.Files;

/// <summary>The row format that a model expects.</summary>
/// <param name="Size">The number of values per row.</param>
/// <param name="Image">The image shape of a row; null if rows are not images.</param>
/// <param name="Features">The feature names, or null.</param>
/// <param name="CategoricalColumns">The categories of the categorical columns, or null.</param>
/// <param name="Tokens">The token vocabulary of text rows; null if rows are not texts.</param>
public sealed record RowSpec(
    int Size,
    ImageShape? Image,
    IReadOnlyList<string>? Features,
    CategoryVocabulary? CategoricalColumns = null,
    TokenVocabulary? Tokens = null)
{
    private const string Fix = "Use data that matches the model's input ('latent inspect BUNDLE' shows it), or rearrange the rows.";

    /// <summary>Returns the format of the rows that a model encodes.</summary>
    public static RowSpec InputOf(Autoencoder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var input = model.Manifest.Input;
        return new(model.InputSize, ImageOf(model.Manifest), input.Features, model.Table.Categories, TokensOf(model.Bundle));
    }

    /// <summary>Returns the format of the latent codes that a model decodes.</summary>
    public static RowSpec CodeOf(Autoencoder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new(model.LatentSize, null, null);
    }

    /// <summary>Returns the image shape of a model's rows, or null.</summary>
    public static ImageShape? ImageOf(BundleManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return manifest.Input.Image is { } image ? new ImageShape(image.Channels, image.Height, image.Width) : null;
    }

    /// <summary>Checks that rows have the right size, image shape (for images) and feature names.</summary>
    /// <param name="shape">The shape of one row: <c>[features]</c> or <c>[channels, height, width]</c>.</param>
    /// <param name="features">The feature names, or null.</param>
    /// <param name="where">The file or data set, for error messages.</param>
    /// <exception cref="DataException">The rows do not match.</exception>
    public void Check(IReadOnlyList<int> shape, IReadOnlyList<string>? features, string where)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var isOtherImage = Image is not null && shape is [var channels, var height, var width]
            && Image != new ImageShape(channels, height, width);
        if (shape.Aggregate(1L, (product, size) => product * size) != Size || isOtherImage)
            throw new DataException(
                "The rows do not match the model.",
                where,
                Describe(),
                $"rows of shape [{string.Join(", ", shape)}]",
                Fix);

        if (Features is not null && features is not null && !Features.SequenceEqual(features))
        {
            throw new DataException(
                "The columns do not match the model's.", where, string.Join(", ", Features), string.Join(", ", features), Fix);
        }
    }

    /// <summary>Checks the samples of an array, which have no categories.</summary>
    internal void CheckArray(ArraySamples samples, string path)
    {
        // A one-dimensional array is read as rows of one number each; an array of the row size is a single row.
        var isSingleRow = samples.SampleShape is [1] && samples.Values.Length == Size;
        Check(isSingleRow ? [Size] : samples.SampleShape, null, path);
        if (CategoricalColumns is not null)
        {
            throw new DataException(
                "The array has no categories.", path, "a table with the model's categorical columns", "numbers only",
                "Provide a .csv, .tsv or .parquet file.");
        }
    }

    private static TokenVocabulary? TokensOf(Bundle bundle) =>
        SentenceModel.Knows(bundle.Manifest) ? TokenVocabulary.Read(bundle.GetPath(bundle.Manifest.Vocabulary!)) : null;

    private string Describe() => Image is { } image ? $"rows of {Size} numbers, or images of {image}" : $"rows of {Size} numbers";
}
