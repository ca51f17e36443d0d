namespace Latent.Files;

/// <summary>The roles of the columns of a text table; a column is given by its header name or by its number from 1.</summary>
public sealed record TableLayout
{
    /// <summary>Means every column whose first field is not a number.</summary>
    public const string AllCategories = "*";

    /// <summary>The label column; null if there is none.</summary>
    public string? Label { get; init; }

    /// <summary>The categorical columns; the others are numeric.</summary>
    public IReadOnlyList<string> CategoricalColumns { get; init; } = [];

    /// <summary>The excluded columns.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];
}
