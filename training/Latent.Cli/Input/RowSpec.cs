using Latent.Bundles;
using Latent.Imaging;
using Latent.Runtime;
using Latent.Sequences;
using Latent.Training.Data;

namespace Latent.Cli;

/// <summary>What one row must be so that a model can take it.</summary>
/// <param name="Size">Numbers in a row.</param>
/// <param name="Image">The picture a row is; null where rows are not pictures.</param>
/// <param name="Features">Names of the numbers, or null.</param>
/// <param name="CategoricalColumns">The words of the columns that hold words, or null.</param>
/// <param name="Tokens">The tokens of rows that are texts; null where rows are not.</param>
internal sealed record RowSpec(int Size, ImageShape? Image, IReadOnlyList<string>? Features, CategoryVocabulary? CategoricalColumns = null, TokenVocabulary? Tokens = null)
{
    private const string Fix = "Choose the data that the model was made for ('latent inspect BUNDLE' shows it), or rearrange the rows.";

    /// <summary>The rows a model encodes.</summary>
    public static RowSpec InputOf(Autoencoder model) => new(model.InputSize, ImageOf(model.Manifest), model.Manifest.Input.Features, model.Table.Categories, TokensOf(model.Bundle));

    /// <summary>The codes a model decodes.</summary>
    public static RowSpec CodeOf(Autoencoder model) => new(model.LatentSize, null, null);

    /// <summary>The picture that a row of a model is, or null.</summary>
    public static ImageShape? ImageOf(BundleManifest manifest) =>
        manifest.Input.Image is { } image ? new ImageShape(image.Channels, image.Height, image.Width) : null;

    /// <summary>How a file of one's own must be read to become such rows: where some columns hold words, those without a number.</summary>
    public DataOptions ToOptions() => new() { Shape = Image, CategoricalColumns = CategoricalColumns is null ? [] : ["*"] };

    /// <summary>The rows with their words numbered as the model has them.</summary>
    public Dataset Translate(Dataset rows) => CategoricalColumns is null ? rows : rows.In(CategoricalColumns);

    /// <summary>Checks that rows have the right number of numbers and, where they are pictures, the right shape.</summary>
    /// <exception cref="DataException">They have not.</exception>
    public void Check(Dataset rows, string where)
    {
        var isOtherPicture = Image is not null && rows.Image is not null && rows.Image != Image;
        if (rows.SampleSize != Size || isOtherPicture)
            throw new DataException("The rows do not fit the model.", where, Describe(), $"rows of shape [{string.Join(", ", rows.SampleShape)}]", Fix);

        if (Features is not null && rows.FeatureNames is not null && !Features.SequenceEqual(rows.FeatureNames))
            throw new DataException("The columns are not the model's.", where, string.Join(", ", Features), string.Join(", ", rows.FeatureNames), Fix);
    }

    private static TokenVocabulary? TokensOf(Bundle bundle) =>
        SentenceModel.Knows(bundle.Manifest) ? TokenVocabulary.Read(bundle.GetPath(bundle.Manifest.Vocabulary!)) : null;

    private string Describe() => Image is { } image ? $"rows of {Size} numbers, or pictures of {image}" : $"rows of {Size} numbers";
}
