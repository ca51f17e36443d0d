namespace Latent.Bundles;

/// <summary>Finds the tensors of a graph that are nothing but the second factor of a product of matrices.</summary>
internal sealed class OnnxMatrices
{
    private const int SecondFactor = 1;

    private readonly HashSet<string> factors = [];
    private readonly HashSet<string> others = [];

    /// <summary>Takes note of a node.</summary>
    public void Add(string operation, IReadOnlyList<string> inputs)
    {
        for (var i = 0; i < inputs.Count; i++)
            (operation is "Gemm" or "MatMul" && i == SecondFactor ? factors : others).Add(inputs[i]);
    }

    /// <summary>Whether a tensor is one, once all nodes are noted.</summary>
    public bool Contains(string tensor) => factors.Contains(tensor) && !others.Contains(tensor);
}
