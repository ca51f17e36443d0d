namespace Latent.Runtime;

/// <summary>An operation that maps rows to the same number of output rows.</summary>
/// <param name="Name">The name of the public method.</param>
/// <param name="Argument">The name of its row parameter.</param>
/// <param name="InputSize">The number of values per input row.</param>
/// <param name="OutputSize">The number of values per output row.</param>
internal sealed record BatchOperation(string Name, string Argument, int InputSize, int OutputSize);
