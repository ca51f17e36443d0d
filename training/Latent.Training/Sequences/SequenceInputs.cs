using Latent.Bundles;
using Latent.Runtime;
using Latent.Training.Export;

namespace Latent.Training.Sequences;

/// <summary>Creates the inputs of each graph of a sequence model from rows and their codes.</summary>
/// <param name="model">The model.</param>
/// <param name="rows">Token indices, row-major.</param>
/// <param name="codes">Codes, row-major.</param>
internal sealed class SequenceInputs(SequenceModel model, float[] rows, float[] codes)
{
    private const long Seed = 7;

    // The states of trained cells lie between -1 and 1.
    private const float StateDeviation = 0.3f;

    private readonly int count = rows.Length / (int)model.Length;

    /// <summary>Returns the rows of each input of a graph.</summary>
    public IReadOnlyList<float[]> Create(GraphSpec graph) => [.. graph.Inputs.Select((input, position) => input.Role switch
    {
        TensorRole.Input => rows,
        TensorRole.Code => codes,
        TensorRole.Token => [.. Enumerable.Range(0, count).Select(row => rows[row * model.Length])],
        TensorRole.State => States(position),
        _ => throw new InvalidOperationException(
            $"Graph '{graph.Role}' has an input of role {input.Role}, which sequence models do not have."),
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
