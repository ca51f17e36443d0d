using Latent.Bundles;
using Latent.Runtime;
using Latent.Training.Export;

namespace Latent.Training.Sequences;

/// <summary>Inputs for each graph of a sequence model, made of rows and their codes.</summary>
/// <param name="model">The model.</param>
/// <param name="rows">Token numbers, row after row.</param>
/// <param name="codes">Codes, row after row.</param>
internal sealed class SequenceInputs(SequenceModel model, float[] rows, float[] codes)
{
    private const long Seed = 7;

    // States of trained cells lie within -1 and 1.
    private const float StateDeviation = 0.3f;

    private readonly int count = rows.Length / (int)model.Length;

    /// <summary>The rows of each input of a graph.</summary>
    public IReadOnlyList<float[]> Create(GraphSpec graph) => [.. graph.Inputs.Select((input, position) => input.Role switch
    {
        TensorRole.Input => rows,
        TensorRole.Code => codes,
        TensorRole.Token => [.. Enumerable.Range(0, count).Select(row => rows[row * model.Length])],
        TensorRole.State => States(position),
        _ => throw new InvalidOperationException($"Graph '{graph.Role}' has an input of role {input.Role}, which sequence models have none of."),
    })];

    private float[] States(int position)
    {
        var states = new float[count * model.Decoder.Layers * model.Decoder.Size];
        new PhiloxStream(Seed, position).FillGaussian(0, states);
        for (var i = 0; i < states.Length; i++)
            states[i] = Math.Clamp(StateDeviation * states[i], -1, 1);
        return states;
    }
}
