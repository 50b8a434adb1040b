with source as (

    select * from {{ source('dlt_currencies', 'currencies') }}

),

renamed as (

    select
        code,
        name

    from source

)

select * from renamed
