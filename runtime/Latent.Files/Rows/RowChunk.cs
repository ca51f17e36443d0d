namespace Latent.Files;

/// <summary>A chunk of consecutive rows of an input.</summary>
/// <param name="Values">The values, <c>[rows, row size]</c>, row-major.</param>
/// <param name="Names">One file name per row; null if rows have none.</param>
public readonly record struct RowChunk(ReadOnlyMemory<float> Values, IReadOnlyList<string>? Names);
