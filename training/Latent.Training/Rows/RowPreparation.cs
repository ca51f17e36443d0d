using Latent.Data;
using Latent.Files;
using Latent.Runtime;
using Latent.Shared;

namespace Latent.Training.Rows;

/// <summary>
/// Prepares rows as a recipe requires: keeps only normal rows, limits the number of rows, binarizes values, and restricts
/// categories to those of the training rows.
/// </summary>
internal static class RowPreparation
{
    // Fixed, so that every run binarizes rows identically.
    private const long Seed = 3;

    /// <summary>
    /// Applies the settings: keeps only normal rows in the training and validation sets, limits the number of rows, augments
    /// training images by mirroring, and binarizes validation and test rows. Categories that occur in no training row become
    /// unseen in all sets, because the model cannot know them.
    /// </summary>
    /// <exception cref="DataException">There are no labels, no rows with a normal label, or values outside [0, 1].</exception>
    public static DataSplits Apply(DataSettings settings, DataSplits data)
    {
        if (settings.Normal is { } normal)
        {
            var validation = data.Validation.Count == 0 ? data.Validation : OnlyNormal(data.Validation, normal);
            data = new DataSplits(OnlyNormal(data.Train, normal), validation, data.Test);
        }

        if (settings.Rows is not null)
            data = new DataSplits(Limited(data.Train), Limited(data.Validation), Limited(data.Test));
        if (CategoryIndices.In(data.Train) is { } categories)
            data = new DataSplits(data.Train.In(categories), data.Validation.In(categories), data.Test.In(categories));
        if (settings.Mirror)
            data = new DataSplits(ImageMirror.Apply(data.Train), data.Validation, data.Test);
        return settings.Binarization == Binarization.None
            ? data
            : new DataSplits(CheckedUnit(data.Train), Binarize(data.Validation), Binarize(data.Test));

        Dataset Limited(Dataset rows) => Limit(rows, settings.Rows.Value, settings.Seed);
    }

    /// <summary>Returns at most <paramref name="count"/> rows, sampled by seed, in their original order.</summary>
    public static Dataset Limit(Dataset rows, int count, ulong seed) => rows.Count <= count
        ? rows
        : rows.Subset([.. SeededShuffle.Permutation(rows.Count, seed)[..count].Order()]);

    /// <summary>Samples each value from a Bernoulli distribution with the value as its probability, from a fixed seed.</summary>
    /// <exception cref="DataException">Values lie outside [0, 1].</exception>
    public static Dataset Binarize(Dataset rows)
    {
        var noise = new PhiloxStream(Seed);
        var values = CheckedUnit(rows).Values;
        var binary = new float[values.Length];
        for (var i = 0; i < values.Length; i++)
            binary[i] = noise.Uniform(i) < values[i] ? 1 : 0;
        return rows.With(binary);
    }

    /// <summary>Returns the rows with one of the labels.</summary>
    /// <exception cref="DataException">There are no labels, or no rows with one of them.</exception>
    public static Dataset OnlyNormal(Dataset rows, IReadOnlyList<string> normal) => rows.Subset(Where(rows, normal, isNormal: true));

    /// <summary>Returns the rows with none of the labels.</summary>
    /// <exception cref="DataException">There are no labels, or all rows have one of them.</exception>
    public static Dataset OnlyAnomalies(Dataset rows, IReadOnlyList<string> normal) => rows.Subset(Where(rows, normal, isNormal: false));

    private static int[] Where(Dataset rows, IReadOnlyList<string> normal, bool isNormal)
    {
        var labels = rows.Labels ?? throw new DataException(
            "The rows have no labels.",
            rows.Name,
            "one label per row, to identify the normal rows",
            "none",
            "Name the label column (data.label), use a labelled data set, or remove data.normal.");
        var chosen = Enumerable.Range(0, rows.Count).Where(row => normal.Contains(LabelText(rows, labels[row])) == isNormal).ToArray();
        return chosen.Length > 0 ? chosen : throw new DataException(
            isNormal ? "No row has a normal label." : "Every row has a normal label.",
            rows.Name,
            isNormal ? $"rows labelled {string.Join(" or ", normal)}" : $"rows with a label other than {string.Join(" or ", normal)}",
            $"labels {string.Join(", ", labels.Distinct().Order().Select(label => LabelText(rows, label)))}",
            "Set data.normal to one or more of these labels.");
    }

    /// <summary>Returns the name of a label, or its number if it has no name.</summary>
    public static string LabelText(Dataset rows, int label) =>
        rows.LabelNames is { } names ? names[label] : label.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Dataset CheckedUnit(Dataset rows) => rows.Range.IsUnit
        ? rows
        : throw new DataException(
            "The rows cannot be binarized.",
            rows.Name,
            "values in [0, 1]",
            $"values from {rows.Range.Minimum} to {rows.Range.Maximum}",
            "Remove data.binarization.");
}
