namespace Latent.Cli;

/// <summary>Some rows of an input, one after the other.</summary>
/// <param name="Values">Rows x row size numbers.</param>
/// <param name="Names">A file name for each row; null where rows have none.</param>
internal readonly record struct RowChunk(ReadOnlyMemory<float> Values, IReadOnlyList<string>? Names);
