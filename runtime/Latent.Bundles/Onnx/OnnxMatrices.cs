namespace Latent.Bundles;

/// <summary>Finds the tensors of a graph that are used only as the second factor of matrix products.</summary>
internal sealed class OnnxMatrices
{
    // Index of the second factor among the inputs of Gemm and MatMul.
    private const int SecondFactor = 1;

    private readonly HashSet<string> factors = [];
    private readonly HashSet<string> others = [];

    /// <summary>Records the inputs of a node.</summary>
    public void Add(string operatorType, IReadOnlyList<string> inputs)
    {
        for (var i = 0; i < inputs.Count; i++)
            (operatorType is "Gemm" or "MatMul" && i == SecondFactor ? factors : others).Add(inputs[i]);
    }

    /// <summary>Whether a tensor is one of them; valid once all nodes are recorded.</summary>
    public bool Contains(string tensor) => factors.Contains(tensor) && !others.Contains(tensor);
}
