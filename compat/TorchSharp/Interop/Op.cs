using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>
/// An ATen operator. It is looked up at the first call and kept; a call copies its arguments
/// to the stack and allocates nothing but the tensors it returns.
/// Trailing arguments that are left out take the operator's own defaults.
/// </summary>
internal sealed unsafe class Op(string name)
{
    private const int StackWords = 64;
    private nint handle;

    /// <summary>Calls an operator that returns one tensor.</summary>
    public torch.Tensor Call(params ReadOnlySpan<Arg> args)
    {
        NativeValue result;
        Invoke(null, args, &result, 1);
        return Take(result);
    }

    /// <summary>Calls an operator that returns two tensors.</summary>
    public (torch.Tensor, torch.Tensor) Call2(params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc NativeValue[2];
        Invoke(null, args, results, 2);
        return (Take(results[0]), Take(results[1]));
    }

    /// <summary>Calls an operator that returns three tensors.</summary>
    public (torch.Tensor, torch.Tensor, torch.Tensor) Call3(params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc NativeValue[3];
        Invoke(null, args, results, 3);
        return (Take(results[0]), Take(results[1]), Take(results[2]));
    }

    /// <summary>Calls an operator that returns four tensors.</summary>
    public (torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor) Call4(params ReadOnlySpan<Arg> args)
    {
        var results = stackalloc NativeValue[4];
        Invoke(null, args, results, 4);
        return (Take(results[0]), Take(results[1]), Take(results[2]), Take(results[3]));
    }

    /// <summary>Calls an operator that returns a list of tensors.</summary>
    public torch.Tensor[] CallList(params ReadOnlySpan<Arg> args)
    {
        NativeValue result;
        Invoke(null, args, &result, 1);
        var handles = new ReadOnlySpan<nint>((void*)result.Bits, result.Count);
        var tensors = new torch.Tensor[handles.Length];
        for (var i = 0; i < tensors.Length; i++) tensors[i] = new torch.Tensor(handles[i]);
        Native.lt_free((nint)result.Bits);
        return tensors;
    }

    /// <summary>Calls an operator that returns a number or a truth value.</summary>
    public Scalar CallScalar(params ReadOnlySpan<Arg> args)
    {
        NativeValue result;
        Invoke(null, args, &result, 1);
        return new Scalar(result.Tag, result.Bits);
    }

    /// <summary>Calls an operator that changes <paramref name="self"/>, and returns that same object.</summary>
    public torch.Tensor On(torch.Tensor self, params ReadOnlySpan<Arg> rest)
    {
        NativeValue result;
        if (Invoke(self, rest, &result, 1) > 0 && result.Tag == Tag.Tensor) Native.lt_tensor_free((nint)result.Bits);
        return self;
    }

    private static torch.Tensor Take(NativeValue value) =>
        value.Bits == 0 ? null! : new torch.Tensor((nint)value.Bits, value.Count);

    [SkipLocalsInit]
    private int Invoke(torch.Tensor? self, ReadOnlySpan<Arg> args, NativeValue* results, int capacity)
    {
        if (handle == 0) handle = Resolve();
        var offset = self is null ? 0 : 1;
        var count = args.Length + offset;
        var values = stackalloc NativeValue[count];
        if (self is not null) values[0] = new NativeValue { Tag = Tag.Tensor, Bits = self.Handle };

        var words = 0;
        foreach (ref readonly var arg in args) words += arg.ScratchWords;
        var stack = stackalloc long[StackWords];
        var scratch = words <= StackWords ? stack : (long*)NativeMemory.Alloc((nuint)words * sizeof(long));

        var next = scratch;
        for (var i = 0; i < args.Length; i++)
        {
            args[i].Write(values + offset + i, next);
            next += args[i].ScratchWords;
        }

        var returned = Native.lt_call(handle, values, count, results, capacity);
        if (scratch != stack) NativeMemory.Free(scratch);
        GC.KeepAlive(self);
        if (returned < 0) Native.ThrowLastError();
        return returned;
    }

    private nint Resolve()
    {
        var dot = name.IndexOf('.');
        var found = dot < 0
            ? Native.lt_operator("aten::" + name, "")
            : Native.lt_operator("aten::" + name[..dot], name[(dot + 1)..]);
        if (found == 0) Native.ThrowLastError();
        return found;
    }
}
