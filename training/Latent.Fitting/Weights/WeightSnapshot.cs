using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Fitting;

/// <summary>A copy of all weights and buffers of a model, by key.</summary>
public sealed class WeightSnapshot : IDisposable
{
    private readonly Dictionary<string, Tensor> tensors = [];

    /// <summary>Whether the snapshot is empty.</summary>
    public bool IsEmpty => tensors.Count == 0;

    /// <summary>The copy of one weight or buffer.</summary>
    public Tensor this[string key] => tensors[key];

    /// <summary>Copies the current weights and buffers of the model.</summary>
    public void Take(Module model)
    {
        Dispose();
        foreach (var (key, weight) in model.state_dict())
            tensors[key] = weight.detach().clone().DetachFromDisposeScope();
    }

    /// <summary>Copies the snapshot into the model.</summary>
    public void Give(Module model)
    {
        using var frozen = no_grad();
        foreach (var (key, weight) in model.state_dict())
            weight.copy_(tensors[key]);
    }

    /// <summary>Copies the snapshot into the model until the returned value is disposed, which restores the previous weights.</summary>
    public IDisposable Lend(Module model)
    {
        var own = new WeightSnapshot();
        own.Take(model);
        Give(model);
        return new Loan(model, own);
    }

    /// <summary>Writes the number of tensors, then key, type, shape and bytes of each.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(tensors.Count);
        foreach (var (key, tensor) in tensors)
        {
            writer.Write(key);
            tensor.Save(writer);
        }
    }

    /// <summary>Reads the snapshot that <see cref="Save"/> wrote for a model of the same structure.</summary>
    /// <exception cref="InvalidDataException">The model has other weights.</exception>
    public void Load(BinaryReader reader, Module model)
    {
        Dispose();
        var count = reader.ReadInt32();
        if (count > 0)
            Take(model);
        if (count != tensors.Count)
            throw new InvalidDataException($"it contains {count} weights, but the model has {tensors.Count}");
        for (var i = 0; i < count; i++)
            LoadNext(reader);
    }

    /// <summary>Frees the snapshot.</summary>
    public void Dispose()
    {
        foreach (var tensor in tensors.Values)
            tensor.Dispose();
        tensors.Clear();
    }

    private void LoadNext(BinaryReader reader)
    {
        var key = reader.ReadString();
        if (!tensors.TryGetValue(key, out var tensor))
            throw new InvalidDataException($"it contains a weight '{key}', which the model lacks");
        tensor.Load(reader);
    }

    private sealed class Loan(Module model, WeightSnapshot own) : IDisposable
    {
        public void Dispose()
        {
            own.Give(model);
            own.Dispose();
        }
    }
}
