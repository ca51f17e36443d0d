using Latent.Bundles;
using Latent.Data;
using Latent.Imaging;
using Latent.Runtime;
using Latent.Sequences;

namespace Latent.Cli;

/// <summary>The row format that a model expects.</summary>
/// <param name="Size">The number of values per row.</param>
/// <param name="Image">The image shape of a row; null if rows are not images.</param>
/// <param name="Features">The feature names, or null.</param>
/// <param name="CategoricalColumns">The categories of the categorical columns, or null.</param>
/// <param name="Tokens">The token vocabulary of text rows; null if rows are not texts.</param>
internal sealed record RowSpec(
    int Size,
    ImageShape? Image,
    IReadOnlyList<string>? Features,
    CategoryVocabulary? CategoricalColumns = null,
    TokenVocabulary? Tokens = null)
{
    private const string Fix = "Use data that matches the model's input ('latent inspect BUNDLE' shows it), or rearrange the rows.";

    /// <summary>Returns the format of the rows that a model encodes.</summary>
    public static RowSpec InputOf(Autoencoder model) => new(model.InputSize, ImageOf(model.Manifest), model.Manifest.Input.Features, model.Table.Categories, TokensOf(model.Bundle));

    /// <summary>Returns the format of the latent codes that a model decodes.</summary>
    public static RowSpec CodeOf(Autoencoder model) => new(model.LatentSize, null, null);

    /// <summary>Returns the image shape of a model's rows, or null.</summary>
    public static ImageShape? ImageOf(BundleManifest manifest) =>
        manifest.Input.Image is { } image ? new ImageShape(image.Channels, image.Height, image.Width) : null;

    /// <summary>
    /// Returns the options for reading a user's file as such rows; if the model has categorical columns, every non-numeric column is one.
    /// </summary>
    public DataOptions ToOptions() => new() { Shape = Image, CategoricalColumns = CategoricalColumns is null ? [] : ["*"] };

    /// <summary>Maps the categories of the rows to the model's category indices.</summary>
    public Dataset Translate(Dataset rows) => CategoricalColumns is null ? rows : rows.In(CategoricalColumns);

    /// <summary>Checks that rows have the right size, image shape (for images) and feature names.</summary>
    /// <exception cref="DataException">The rows do not match.</exception>
    public void Check(Dataset rows, string where)
    {
        var hasOtherShape = Image is not null && rows.Image is not null && rows.Image != Image;
        if (rows.SampleSize != Size || hasOtherShape)
        {
            throw new DataException(
                "The rows do not match the model.", where, Describe(), $"rows of shape [{string.Join(", ", rows.SampleShape)}]", Fix);
        }

        if (Features is not null && rows.FeatureNames is not null && !Features.SequenceEqual(rows.FeatureNames))
        {
            throw new DataException(
                "The columns do not match the model's.", where, string.Join(", ", Features), string.Join(", ", rows.FeatureNames), Fix);
        }
    }

    private static TokenVocabulary? TokensOf(Bundle bundle) =>
        SentenceModel.Knows(bundle.Manifest) ? TokenVocabulary.Read(bundle.GetPath(bundle.Manifest.Vocabulary!)) : null;

    private string Describe() => Image is { } image ? $"rows of {Size} numbers, or images of {image}" : $"rows of {Size} numbers";
}
