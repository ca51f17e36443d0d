using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>What verbs need of a bundle, or an error that says what it lacks.</summary>
internal sealed class GraphRequirements(BundleManifest manifest)
{
    public ModelGraph Graph(ModelGraph? graph, string operation, string role) => graph ?? throw Lacks(
        $"The model has no graph for this verb.", operation, $"a graph '{role}'", string.Join(", ", manifest.Graphs.Keys),
        "export a family that has this graph, or call another verb.");

    public void Output(ModelGraph graph, string operation, string role)
    {
        if (graph.Second is null)
            throw Lacks(
                $"The family '{manifest.Family}' has no {role.Replace('_', ' ')}.", operation, $"an output of role {role}", "none",
                "use a family that has one, or a verb that does not need it.");
    }

    public void Prior(string operation)
    {
        if (manifest.Latent.Prior is null)
            throw Lacks(
                $"The family '{manifest.Family}' has no prior to draw from.", operation, "latent.prior in bundle.json", "none",
                "use a variational family, or decode codes of your own.");
    }

    public ImageSpec Image(string operation) => manifest.Input.Image ?? throw Lacks(
        "The rows of the model are no pictures.", operation, "input.image in bundle.json", "none", "call Explain, which names the features that carry an error.");

    private UnsupportedOperationException Lacks(string problem, string operation, string expected, string received, string fix) =>
        new(problem, $"{operation}, model '{manifest.Name}'", expected, received, fix);
}
