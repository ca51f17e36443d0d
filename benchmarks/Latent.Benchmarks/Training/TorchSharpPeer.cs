using System.Diagnostics;
using Latent.Data;
using Latent.Training.Autoencoders;
using Latent.Training.Families;
using Latent.Training.Recipes;
using static TorchSharp.torch;

namespace Latent.Benchmarks;

/// <summary>A released model, built from its recipe as in training, with the weights of the bundle, run by TorchSharp eager.</summary>
internal sealed class TorchSharpPeer : IDisposable
{
    private readonly AutoencoderModel model;

    public TorchSharpPeer(PeerRequest request)
    {
        model = ModelFamilies.Build(Recipe.Open(request.Model), new Dataset("rows", [1, 28, 28], request.Rows)).Model;
        model.eval();
        var offsets = request.Tensors.ToDictionary(tensor => tensor.Name, tensor => tensor.Offset);
        using var frozen = no_grad();
        foreach (var (name, parameter) in model.named_parameters())
            parameter.copy_(Read(request.Weights, offsets[name], parameter.shape));
    }

    /// <summary>Runs the calls; their tensors are disposed after each call, as an application would.</summary>
    public PeerAnswer Run(PeerRequest request)
    {
        set_num_threads(request.Threads);
        using var frozen = no_grad();
        using var x = tensor(request.Rows).reshape(-1, model.InputSize);
        var times = new double[request.Calls];
        float[] output = [];
        for (var call = 0; call < times.Length; call++)
        {
            var began = Stopwatch.GetTimestamp();
            using var scope = NewDisposeScope();
            var reconstruction = model.call(x);
            times[call] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
            if (call == times.Length - 1)
                output = reconstruction.data<float>().ToArray();
        }

        return new(times, output);
    }

    public void Dispose() => model.Dispose();

    private static Tensor Read(string file, long offset, long[] shape)
    {
        var values = new float[shape.Aggregate(1L, (product, size) => product * size)];
        using var stream = File.OpenRead(file);
        stream.Position = offset;
        stream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()));
        return tensor(values).reshape(shape);
    }
}
