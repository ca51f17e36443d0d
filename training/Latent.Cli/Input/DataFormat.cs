using Latent.Data;
using Latent.Files;

namespace Latent.Cli;

/// <summary>Reads data sets in the row format of a model.</summary>
internal static class DataFormat
{
    /// <summary>
    /// Returns the options for reading a user's file as such rows; if the model has categorical columns, every non-numeric column is one.
    /// </summary>
    public static DataOptions ToOptions(this RowSpec spec) =>
        new() { Shape = spec.Image, CategoricalColumns = spec.CategoricalColumns is null ? [] : [TableLayout.AllCategories] };

    /// <summary>Maps the categories of the rows to the model's category indices.</summary>
    public static Dataset Translate(this RowSpec spec, Dataset rows)
        => spec.CategoricalColumns is null ? rows : rows.In(spec.CategoricalColumns);

    /// <summary>Checks that rows have the right size, image shape (for images) and feature names.</summary>
    /// <exception cref="DataException">The rows do not match.</exception>
    public static void Check(this RowSpec spec, Dataset rows, string where) => spec.Check(rows.SampleShape, rows.FeatureNames, where);
}
