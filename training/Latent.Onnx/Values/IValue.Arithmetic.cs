namespace Latent.Onnx;

public partial interface IValue<V>
{
    /// <summary>Adds a number to every element.</summary>
    static abstract V operator +(float left, V right);

    /// <summary>Subtracts every element from a number.</summary>
    static abstract V operator -(float left, V right);

    /// <summary>Multiplies every element by a number.</summary>
    static abstract V operator *(float left, V right);

    /// <summary>Divides a number by every element.</summary>
    static abstract V operator /(float left, V right);

    /// <summary>Elementwise power with the exponents of another value; operands broadcast.</summary>
    V Pow(V exponent);

    /// <summary>Rounds down to an integer; its gradient is zero.</summary>
    V Floor();

    /// <summary>Rounds up to an integer; its gradient is zero.</summary>
    V Ceiling();

    /// <summary>The sine of an angle in radians.</summary>
    V Sin();

    /// <summary>The cosine of an angle in radians.</summary>
    V Cos();

    /// <summary>alpha · this · other + beta · addend, for matrices.</summary>
    /// <param name="other">A matrix with as many rows as this has columns.</param>
    /// <param name="addend">A value that broadcasts to the product.</param>
    /// <param name="alpha">The factor of the product.</param>
    /// <param name="beta">The factor of the addend.</param>
    V Gemm(V other, V addend, float alpha = 1, float beta = 1);

    /// <summary>Sums of products in Einstein notation: <c>bij,bjk->bik</c>.</summary>
    /// <param name="equation">A letter for each dimension of each operand, and after the arrow those of the result.</param>
    /// <param name="operands">At least one value.</param>
    static abstract V Einsum(string equation, params V[] operands);
}
