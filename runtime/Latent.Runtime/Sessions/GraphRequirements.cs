using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>Returns the parts of a bundle that operations require, or throws if one is missing.</summary>
internal sealed class GraphRequirements(BundleManifest manifest)
{
    public ModelGraph Graph(ModelGraph? graph, string operation, string role) => graph ?? throw Missing(
        $"The model has no graph for this operation.", operation, $"a graph '{role}'", string.Join(", ", manifest.Graphs.Keys),
        "export a family that has this graph, or call another operation.");

    public void Output(ModelGraph graph, string operation, string role)
    {
        if (graph.Second is null)
            throw Missing(
                $"The family '{manifest.Family}' has no {role.Replace('_', ' ')}.", operation, $"an output of role {role}", "none",
                "use a family that has one, or an operation that does not need it.");
    }

    public void Prior(string operation)
    {
        if (manifest.Latent.Prior is null)
            throw Missing(
                $"The family '{manifest.Family}' has no prior to sample from.", operation, "latent.prior in bundle.json", "none",
                "use a variational family, or decode codes of your own.");
    }

    public ImageSpec Image(string operation) => manifest.Input.Image ?? throw Missing(
        "The model's rows are not images.", operation, "input.image in bundle.json", "none",
        "call Explain, which names the features with the largest errors.");

    private UnsupportedOperationException Missing(string problem, string operation, string expected, string received, string fix) =>
        new(problem, $"{operation}, model '{manifest.Name}'", expected, received, fix);
}
