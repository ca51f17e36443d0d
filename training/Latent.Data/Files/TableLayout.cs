namespace Latent.Data;

/// <summary>What the columns of a table of text are; each is named by its heading or by its number from 1.</summary>
internal sealed record TableLayout
{
    /// <summary>Stands for every column whose first field is no number.</summary>
    public const string AllCategories = "*";

    /// <summary>The column of labels; null where there is none.</summary>
    public string? Label { get; init; }

    /// <summary>The columns that hold words; the others hold numbers.</summary>
    public IReadOnlyList<string> CategoricalColumns { get; init; } = [];

    /// <summary>The columns that are left out.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];
}
