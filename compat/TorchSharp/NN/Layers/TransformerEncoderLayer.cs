namespace TorchSharp.Modules;

public sealed class TransformerEncoderLayer : torch.nn.Module<torch.Tensor, torch.Tensor>, torch.nn.IModule<torch.Tensor, torch.Tensor, torch.Tensor>, torch.nn.IModule<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>
{
    internal TransformerEncoderLayer(long size, long heads, long hidden, double dropout, torch.nn.Activations activation)
        : base(nameof(TransformerEncoderLayer))
    {
        (Size, Heads, Hidden, Dropout, Activation) = (size, heads, hidden, dropout, activation);
        AddTo(register_parameter, "");
    }

    internal long Size { get; }

    internal long Heads { get; }

    internal long Hidden { get; }

    internal double Dropout { get; }

    internal torch.nn.Activations Activation { get; }

    public torch.Tensor call(torch.Tensor src, torch.Tensor src_mask, torch.Tensor src_key_padding_mask) =>
        new TransformerMath(this, Heads, Dropout).Encode("", src, Activation, src_mask, src_key_padding_mask);

    public torch.Tensor call(torch.Tensor src, torch.Tensor src_mask) => call(src, src_mask, null!);

    public override torch.Tensor forward(torch.Tensor src) => call(src, null!, null!);

    internal void AddTo(Action<string, Parameter> register, string prefix)
    {
        var parameters = new TransformerParameters(register);
        parameters.AddAttention($"{prefix}self_attn.", Size, true, false, Size, Size);
        parameters.AddLinear($"{prefix}linear1.", Size, Hidden);
        parameters.AddLinear($"{prefix}linear2.", Hidden, Size);
        parameters.AddNorm($"{prefix}norm1.", Size);
        parameters.AddNorm($"{prefix}norm2.", Size);
    }
}
