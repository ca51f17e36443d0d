namespace TorchSharp;

/// <summary>What becomes of the rows of a bag.</summary>
public enum EmbeddingBagMode
{
    Sum = 0,
    Mean = 1,
    Max = 2,
}
