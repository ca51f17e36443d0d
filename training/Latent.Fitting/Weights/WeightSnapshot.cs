using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Fitting;

/// <summary>A copy of all weights and buffers of a model, by key.</summary>
public sealed class WeightSnapshot : IDisposable
{
    private readonly Dictionary<string, Tensor> tensors = [];

    /// <summary>Whether nothing was copied yet.</summary>
    public bool IsEmpty => tensors.Count == 0;

    /// <summary>The copy of one weight or buffer.</summary>
    public Tensor this[string key] => tensors[key];

    /// <summary>Copies what the model holds now.</summary>
    public void Take(Module model)
    {
        Dispose();
        foreach (var (key, weight) in model.state_dict())
            tensors[key] = weight.detach().clone().DetachFromDisposeScope();
    }

    /// <summary>Puts the copy into the model.</summary>
    public void Give(Module model)
    {
        using var frozen = no_grad();
        foreach (var (key, weight) in model.state_dict())
            weight.copy_(tensors[key]);
    }

    /// <summary>Puts the copy into the model for as long as the returned value lives; what the model holds now comes back after that.</summary>
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

    /// <summary>Reads what <see cref="Save"/> wrote of a model that is built alike.</summary>
    /// <exception cref="InvalidDataException">The model has other weights.</exception>
    public void Load(BinaryReader reader, Module model)
    {
        Dispose();
        var count = reader.ReadInt32();
        if (count > 0)
            Take(model);
        if (count != tensors.Count)
            throw new InvalidDataException($"it holds {count} weights, and the model has {tensors.Count}");
        for (var i = 0; i < count; i++)
            LoadNext(reader);
    }

    /// <summary>Frees the copy.</summary>
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
            throw new InvalidDataException($"it holds a weight '{key}', which the model lacks");
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
