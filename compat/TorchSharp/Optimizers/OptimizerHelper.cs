using TorchSharp.Utils;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>What every optimizer here shares: groups, a state for each parameter, and both on disk.</summary>
public abstract class OptimizerHelper : Optimizer
{
    protected OptimizerOptions _defaults = new();
    protected OrderedDict<nint, OptimizerState> _state = new();

    public override void zero_grad()
    {
        foreach (var parameter in parameters())
        {
            using var gradient = parameter.grad;
            gradient?.fill_(0);
        }
    }

    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    public void save_state_dict(BinaryWriter writer)
    {
        writer.Write(GetType().Name);
        var own = state_dict();
        writer.Encode(own.Options.Count);
        writer.Encode(own.State.Count);
        foreach (var options in own.Options) options.SaveStateDict(writer);
        foreach (var state in own.State) state.SaveStateDict(writer);
    }

    public void load_state_dict(BinaryReader reader)
    {
        var name = reader.ReadString();
        if (name != GetType().Name)
            throw new InvalidDataException(
                $"Mismatched optimizer type: expected '{GetType().Name}', but found '{name}' in the loaded stream.");
        var (options, states) = (reader.Decode(), reader.Decode());
        var own = state_dict();
        CheckCounts(own, options, states);
        foreach (var target in own.Options) target.LoadStateDict(reader);
        foreach (var target in own.State) target.LoadStateDict(reader);
    }

    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        CheckCounts(own, state_dict.Options.Count, state_dict.State.Count);
        for (var i = 0; i < own.Options.Count; i++)
        {
            if (own.Options[i] != state_dict.Options[i]) own.Options[i].LoadStateDict(state_dict.Options[i]);
        }

        for (var i = 0; i < own.State.Count; i++)
        {
            if (own.State[i] != state_dict.State[i]) own.State[i].LoadStateDict(state_dict.State[i]);
        }
    }

    public virtual StateDictionary state_dict()
    {
        var dictionary = new StateDictionary();
        foreach (var group in _parameter_groups)
        {
            dictionary.Options.Add(group.Options!);
            var indices = new List<int>();
            dictionary.StateIndexRef.Add(indices);
            foreach (var parameter in group.Parameters)
            {
                indices.Add(dictionary.State.Count);
                dictionary.State.Add(_state[parameter.Handle]);
            }
        }

        return dictionary;
    }

    public void to(torch.Device device)
    {
        foreach (var parameter in parameters()) _state[parameter.Handle].to(device);
    }

    /// <summary>Runs <paramref name="body"/> for each group without recording gradients, after the loss if one is asked for.</summary>
    protected torch.Tensor _step<T>(Action<T> body, Func<torch.Tensor>? loss_closure = null)
        where T : ParamGroup
    {
        torch.Tensor? loss = null;
        if (loss_closure is not null)
        {
            using var recording = torch.enable_grad();
            loss = loss_closure();
        }

        using var frozen = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        foreach (var group in _parameter_groups) body((T)group);
        return loss!;
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        foreach (var (_, state) in _state) (state as IDisposable)?.Dispose();
    }

    /// <summary>Adds a group whose options are complete, and gives each of its parameters a fresh state.</summary>
    private protected void Register(ParamGroup group, Func<Parameter, OptimizerState> create)
    {
        group.Options!.InitialLearningRate = group.Options.LearningRate!.Value;
        _parameter_groups.Add(group);
        foreach (var parameter in group.Parameters)
        {
            var state = create(parameter);
            _state[parameter.Handle] = state;
            state.Initialize(group.Options);
        }
    }

    /// <summary>Whether a native loop may run over these tensors: float32, on the CPU, without gaps.</summary>
    internal static bool IsPlain(params ReadOnlySpan<torch.Tensor?> tensors)
    {
        foreach (var tensor in tensors)
        {
            if (tensor is null) continue;
            if (tensor.dtype != torch.ScalarType.Float32 || tensor.device_type != DeviceType.CPU || tensor.is_sparse || !tensor.is_contiguous()) return false;
        }

        return true;
    }

    private protected static void RequireNonNegative(double value, string what)
    {
        if (value < 0) throw new ArgumentException($"Invalid {what}: {value}");
    }

    private protected static void RequireFraction(double value, string what)
    {
        if (value is < 0 or >= 1.0) throw new ArgumentException($"Invalid {what}: {value}");
    }

    private static void CheckCounts(StateDictionary own, long options, long states)
    {
        if (options != own.Options.Count) throw new ArgumentException("Invalid optimizer state -- different number of parameter groups.");
        if (states != own.State.Count) throw new ArgumentException("Invalid optimizer state -- different number of states.");
    }
}
