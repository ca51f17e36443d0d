using Latent.Bundles;
using Microsoft.ML.OnnxRuntime;

namespace Latent.Runtime;

/// <summary>
/// A graph bound to fixed arrays: each run reads the inputs and writes the outputs in place, and allocates nothing. For loops
/// over graphs that the operations of <see cref="Autoencoder"/> do not cover. Not thread-safe; one session may have many
/// bindings.
/// </summary>
public sealed class GraphBinding : IDisposable
{
    private readonly string path;
    private readonly InferenceSession session;
    private readonly OrtIoBinding binding;
    private readonly bool readsInPlace;
    private readonly RunOptions runOptions = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
    private readonly List<(string Name, OrtValue Value)> inputs = [];
    private readonly List<(string Name, OrtValue Value)> outputs = [];

    internal GraphBinding(
        string path,
        InferenceSession session,
        Device device,
        IReadOnlyList<NamedTensor> inputs,
        IReadOnlyList<NamedTensor> outputs)
    {
        (this.path, this.session, readsInPlace) = (path, session, device.Kind == DeviceKind.Cpu);
        binding = session.CreateIoBinding();
        try
        {
            this.inputs.AddRange(inputs.Select(tensor => (tensor.Name, GraphSession.ToValue(tensor))));
            this.outputs.AddRange(outputs.Select(tensor => (tensor.Name, GraphSession.ToValue(tensor))));
            BindInputs();
            this.outputs.ForEach(output => binding.BindOutput(output.Name, output.Value));
        }
        catch (OnnxRuntimeException exception)
        {
            Dispose();
            throw Sessions.Failed(path, exception);
        }
    }

    /// <summary>Runs the graph on the current contents of the input arrays.</summary>
    /// <exception cref="BundleException">A tensor is missing or has the wrong shape or type, or the run fails.</exception>
    public void Run()
    {
        try
        {
            // Devices other than the CPU copy an input when it is bound.
            if (!readsInPlace)
                BindInputs();
            session.RunWithBinding(runOptions, binding);
        }
        catch (OnnxRuntimeException exception)
        {
            throw Sessions.Failed(path, exception);
        }
    }

    /// <summary>Releases the arrays.</summary>
    public void Dispose()
    {
        binding.Dispose();
        runOptions.Dispose();
        foreach (var (_, value) in inputs.Concat(outputs))
            value.Dispose();
    }

    private void BindInputs() => inputs.ForEach(input => binding.BindInput(input.Name, input.Value));
}
