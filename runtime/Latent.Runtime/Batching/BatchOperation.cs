namespace Latent.Runtime;

/// <summary>A verb that takes rows and gives as many.</summary>
/// <param name="Name">As callers know it.</param>
/// <param name="Argument">What callers call a row.</param>
/// <param name="InputSize">Values of a row that goes in.</param>
/// <param name="OutputSize">Values of one that comes out.</param>
internal sealed record BatchOperation(string Name, string Argument, int InputSize, int OutputSize);
