using Latent.Bundles;
using Latent.Runtime;

namespace Latent.Sequences;

/// <summary>
/// One decoder step of a sequence model, <c>step.onnx</c>: takes the previous token, codes and states; returns the log
/// probabilities of the next token and the new states. Thread-safe, except that it must not be disposed while it runs.
/// </summary>
public sealed class StepGraph : IDisposable
{
    private readonly GraphSession session;
    private readonly string token;
    private readonly string code;
    private readonly string logProbabilities;
    private readonly TensorEntry[] statesIn;
    private readonly TensorEntry[] statesOut;

    /// <summary>Loads the graph.</summary>
    /// <param name="path">The <c>.onnx</c> file.</param>
    /// <param name="inputs">The inputs listed in the manifest.</param>
    /// <param name="outputs">The outputs listed in the manifest.</param>
    /// <param name="options">Device and threads. Default: as <see cref="RuntimeOptions"/>.</param>
    /// <exception cref="BundleException">The graph cannot be loaded, or lacks tensors of a decoder step.</exception>
    public StepGraph(string path, IReadOnlyList<TensorEntry> inputs, IReadOnlyList<TensorEntry> outputs, RuntimeOptions? options = null)
    {
        var (codes, probabilities) = (Find(path, inputs, TensorRole.Code), Find(path, outputs, TensorRole.LogProbabilities));
        (token, code, logProbabilities) = (Find(path, inputs, TensorRole.Token).Name, codes.Name, probabilities.Name);
        (LatentSize, Vocabulary) = (SizeOf(codes), SizeOf(probabilities));
        statesIn = [.. inputs.Where(tensor => tensor.Role == TensorRole.State)];
        statesOut = [.. outputs.Where(tensor => tensor.Role == TensorRole.State)];
        if (statesIn.Length != statesOut.Length || statesIn.Zip(statesOut).Any(pair => !pair.First.Shape.SequenceEqual(pair.Second.Shape)))
            throw new BundleException(
                "The output states of a step graph do not match its input states.", path,
                $"{statesIn.Length} output states with the shapes of the input states", $"{statesOut.Length}", Fixes.WriteAgain);
        session = new GraphSession(path, options);
    }

    /// <summary>The latent dimension.</summary>
    public int LatentSize { get; }

    /// <summary>The vocabulary size.</summary>
    public int Vocabulary { get; }

    /// <summary>Returns the initial states: zeros.</summary>
    /// <param name="rows">The number of sequences.</param>
    public IReadOnlyList<float[]> Begin(int rows) => [.. statesIn.Select(state => new float[rows * SizeOf(state)])];

    /// <summary>Runs one step for several sequences.</summary>
    /// <param name="tokens">The previous token of each sequence, <c>[n]</c>.</param>
    /// <param name="codes">Codes, <c>[n, LatentSize]</c>.</param>
    /// <param name="states">The states before the step.</param>
    /// <returns>The log probabilities of all tokens, <c>[n, Vocabulary]</c>, and the states after the step.</returns>
    /// <exception cref="BundleException">The run fails.</exception>
    public (float[] LogProbabilities, IReadOnlyList<float[]> States) Run(
        IReadOnlyList<int> tokens,
        float[] codes,
        IReadOnlyList<float[]> states)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(states);
        var rows = tokens.Count;
        var outputs = session.Run(
        [
            NamedTensor.Create(token, [.. tokens.Select(number => (float)number)], rows),
            NamedTensor.Create(code, codes, rows, LatentSize),
            .. states.Select((values, i) => NamedTensor.Create(
                statesIn[i].Name,
                values,
                [rows, .. statesIn[i].Shape.Skip(1).Select(size => size.Size!.Value)])),
        ]);
        return (outputs[logProbabilities].Floats!, [.. statesOut.Select(state => outputs[state.Name].Floats!)]);
    }

    /// <summary>Selects the states of some sequences, in the given order; a sequence may be selected more than once.</summary>
    /// <param name="states">The states of all sequences.</param>
    /// <param name="rows">The indices of the selected sequences.</param>
    public IReadOnlyList<float[]> Choose(IReadOnlyList<float[]> states, IReadOnlyList<int> rows)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(rows);
        return [.. states.Select((values, i) => Rows(values, SizeOf(statesIn[i]), rows))];
    }

    /// <summary>Releases the graph.</summary>
    public void Dispose() => session.Dispose();

    /// <summary>Chosen rows, in the order given.</summary>
    /// <param name="values">Rows, one after the other.</param>
    /// <param name="width">Values in a row.</param>
    /// <param name="rows">Which of them.</param>
    public static float[] Rows(float[] values, int width, IReadOnlyList<int> rows)
    {
        var chosen = new float[rows.Count * width];
        for (var i = 0; i < rows.Count; i++)
            values.AsSpan(rows[i] * width, width).CopyTo(chosen.AsSpan(i * width));
        return chosen;
    }

    private static int SizeOf(TensorEntry tensor) => tensor.RowSize ?? 0;

    private static TensorEntry Find(string path, IReadOnlyList<TensorEntry> tensors, string role) =>
        tensors.FirstOrDefault(tensor => tensor.Role == role) ?? throw new BundleException(
            "A step graph lacks a tensor.", path, $"a tensor of role {role}", string.Join(
                ", ",
                tensors.Select(tensor => tensor.Role)), Fixes.WriteAgain);
}
