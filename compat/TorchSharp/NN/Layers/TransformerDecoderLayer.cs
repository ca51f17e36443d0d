namespace TorchSharp.Modules;

public sealed class TransformerDecoderLayer : torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>, torch.nn.IModule<torch.Tensor, torch.Tensor, torch.Tensor>
{
    internal TransformerDecoderLayer(long size, long heads, long hidden, double dropout, torch.nn.Activations activation)
        : base(nameof(TransformerDecoderLayer))
    {
        (Size, Heads, Hidden, Dropout, Activation) = (size, heads, hidden, dropout, activation);
        AddTo(register_parameter, "");
    }

    internal long Size { get; }

    internal long Heads { get; }

    internal long Hidden { get; }

    internal double Dropout { get; }

    internal torch.nn.Activations Activation { get; }

    public override torch.Tensor forward(
        torch.Tensor tgt, torch.Tensor memory, torch.Tensor tgt_mask, torch.Tensor memory_mask, torch.Tensor tgt_key_padding_mask, torch.Tensor memory_key_padding_mask) =>
        new TransformerMath(this, Heads, Dropout).Decode("", tgt, memory, Activation, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);

    public new torch.Tensor call(
        torch.Tensor tgt, torch.Tensor memory, torch.Tensor tgt_mask, torch.Tensor memory_mask = null!, torch.Tensor tgt_key_padding_mask = null!, torch.Tensor memory_key_padding_mask = null!) =>
        base.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);

    public torch.Tensor call(torch.Tensor tgt, torch.Tensor memory) => base.call(tgt, memory, null!, null!, null!, null!);

    internal void AddTo(Action<string, Parameter> register, string prefix)
    {
        var parameters = new TransformerParameters(register);
        parameters.AddAttention($"{prefix}self_attn.", Size, true, false, Size, Size);
        parameters.AddNorm($"{prefix}norm1.", Size);
        parameters.AddAttention($"{prefix}multihead_attn.", Size, true, false, Size, Size);
        parameters.AddNorm($"{prefix}norm2.", Size);
        parameters.AddLinear($"{prefix}linear1.", Size, Hidden);
        parameters.AddLinear($"{prefix}linear2.", Hidden, Size);
        parameters.AddNorm($"{prefix}norm3.", Size);
    }
}
