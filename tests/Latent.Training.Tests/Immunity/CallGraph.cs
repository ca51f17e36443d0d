using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace Latent.Training.Tests.Immunity;

/// <summary>The call graph of methods, read from their compiled code (IL).</summary>
internal static class CallGraph
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance
        | BindingFlags.DeclaredOnly;

    // The first byte of all two-byte opcodes.
    private const byte Prefix = 0xFE;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>Returns all methods and constructors of an assembly.</summary>
    public static IEnumerable<MethodBase> MethodsOf(Assembly assembly) =>
        assembly.GetTypes().SelectMany(type => type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)));

    /// <summary>
    /// Returns the methods that a method calls or creates delegates of; generic methods and methods of generic types are returned as
    /// their definitions.
    /// </summary>
    public static IEnumerable<MethodBase> CallsOf(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il)
            yield break;

        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == Prefix ? Codes[BinaryPrimitives.ReadInt16BigEndian(il.AsSpan(at))] : Codes[il[at]];
            at += code.Size;
            if (code.OperandType == OperandType.InlineMethod
                && Resolve(method, BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(at))) is { } callee)
                yield return callee;
            at += SizeOf(code.OperandType, il.AsSpan(at));
        }
    }

    /// <summary>Returns the definition of a method, without type arguments.</summary>
    public static MethodBase Declaration(MethodBase method) =>
        method.Module.ResolveMethod(method.MetadataToken)!;

    private static MethodBase? Resolve(MethodBase caller, int token)
    {
        var ofType = caller.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var ofMethod = caller.IsGenericMethod ? caller.GetGenericArguments() : null;
        return caller.Module.ResolveMethod(token, ofType, ofMethod) is { DeclaringType.IsArray: false } callee ? Declaration(callee) : null;
    }

    private static int SizeOf(OperandType type, ReadOnlySpan<byte> operand) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(operand)),
        _ => 4,
    };
}
