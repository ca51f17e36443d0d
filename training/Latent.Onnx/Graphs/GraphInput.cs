namespace Latent.Onnx;

/// <summary>An input of a graph.</summary>
/// <param name="Name">Its name, unique in the graph.</param>
/// <param name="Shape">Its dimensions, symbolic ones included.</param>
/// <param name="Type">Its element type; 32-bit floating point by default.</param>
public sealed record GraphInput(string Name, Shape Shape, ElementType Type = ElementType.Float32);
